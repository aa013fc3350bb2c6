package dev.paddock.bench;

import java.util.List;

/** Forty formulas such as answers hold: school, university, statistics, physics, chemistry. */
final class RealFormulas {
    private static final String ALL =
            """
            e^{i\\pi} + 1 = 0
            x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}
            a^2 + b^2 = c^2
            \\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}
            \\sum_{n=1}^{\\infty} \\frac{1}{n^2} = \\frac{\\pi^2}{6}
            \\lim_{x \\to 0} \\frac{\\sin x}{x} = 1
            f'(x) = \\lim_{h \\to 0} \\frac{f(x+h) - f(x)}{h}
            \\frac{d}{dx} \\ln x = \\frac{1}{x}, \\quad x > 0
            \\binom{n}{k} = \\frac{n!}{k!\\,(n-k)!}
            (x + y)^n = \\sum_{k=0}^{n} \\binom{n}{k} x^{n-k} y^k
            \\left( \\begin{array}{cc} a & b \\\\ c & d \\end{array} \\right)^{-1} = \\frac{1}{ad - bc} \\begin{pmatrix} d & -b \\\\ -c & a \\end{pmatrix}
            \\det(A - \\lambda I) = 0
            \\|x\\|_2 = \\sqrt{\\sum_{i=1}^{n} x_i^2}
            \\cos\\theta = \\frac{\\mathbf{u} \\cdot \\mathbf{v}}{\\|\\mathbf{u}\\|\\,\\|\\mathbf{v}\\|}
            f(x) = \\begin{cases} x^2 & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise} \\end{cases}
            P(A \\mid B) = \\frac{P(B \\mid A)\\,P(A)}{P(B)}
            \\mathcal{N}(x; \\mu, \\sigma^2) = \\frac{1}{\\sqrt{2\\pi\\sigma^2}} \\exp\\left( -\\frac{(x - \\mu)^2}{2\\sigma^2} \\right)
            \\operatorname{Var}(X) = \\mathbb{E}[X^2] - (\\mathbb{E}[X])^2
            \\hat{\\beta} = (X^\\top X)^{-1} X^\\top y
            \\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i
            \\mathrm{softmax}(z)_i = \\frac{e^{z_i}}{\\sum_{j=1}^{K} e^{z_j}}
            \\mathrm{Attention}(Q, K, V) = \\mathrm{softmax}\\left( \\frac{QK^\\top}{\\sqrt{d_k}} \\right) V
            \\theta_{t+1} = \\theta_t - \\eta \\nabla_\\theta J(\\theta_t)
            \\mathcal{L} = -\\sum_{i} y_i \\log \\hat{y}_i
            \\operatorname*{arg\\,min}_{w \\in \\mathbb{R}^d} \\frac{1}{2} \\|Xw - y\\|^2 + \\lambda \\|w\\|_1
            D_{\\mathrm{KL}}(P \\,\\|\\, Q) = \\int p(x) \\log \\frac{p(x)}{q(x)}\\,dx
            E = mc^2
            F = G \\frac{m_1 m_2}{r^2}
            i\\hbar \\frac{\\partial}{\\partial t} \\Psi = \\hat{H} \\Psi
            \\begin{aligned} \\nabla \\cdot \\mathbf{E} &= \\frac{\\rho}{\\varepsilon_0} \\\\ \\nabla \\times \\mathbf{E} &= -\\frac{\\partial \\mathbf{B}}{\\partial t} \\end{aligned}
            R_{\\mu\\nu} - \\tfrac{1}{2} R g_{\\mu\\nu} + \\Lambda g_{\\mu\\nu} = \\frac{8\\pi G}{c^4} T_{\\mu\\nu}
            \\Delta x \\,\\Delta p \\ge \\frac{\\hbar}{2}
            pV = nRT
            v(t) = v_0 + \\int_0^t a(\\tau)\\,d\\tau
            \\ce{2H2 + O2 -> 2H2O}
            \\ce{CO2 + H2O <=> H2CO3 <=> H+ + HCO3-}
            \\ce{^{235}_{92}U + ^1_0n -> ^{141}_{56}Ba + ^{92}_{36}Kr + 3 ^1_0n}
            A \\cup (B \\cap C) = (A \\cup B) \\cap (A \\cup C)
            \\forall \\varepsilon > 0 \\; \\exists \\delta > 0 : |x - a| < \\delta \\implies |f(x) - f(a)| < \\varepsilon
            \\underbrace{1 + 2 + \\cdots + n}_{n \\text{ terms}} = \\frac{n(n+1)}{2}
            """;

    private RealFormulas() {}

    static List<String> all() {
        return ALL.lines().toList();
    }
}
