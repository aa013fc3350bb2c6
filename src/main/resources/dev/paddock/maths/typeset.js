// Turns LaTeX into SVG. The names of MathJax come from its own components, loaded before.
var typeset = (function () {
  var parts = MathJax._;
  var adaptor = parts.adaptors.liteAdaptor.liteAdaptor();
  parts.handlers.html_ts.RegisterHTMLHandler(adaptor);
  // Nothing that names files, addresses or styles, and nothing that makes an answer look right that is not.
  var packages = ['base', 'ams', 'amscd', 'bbox', 'boldsymbol', 'braket', 'cancel', 'cases', 'centernot', 'color',
    'colortbl', 'empheq', 'enclose', 'extpfeil', 'gensymb', 'mathtools', 'mhchem', 'newcommand', 'upgreek', 'unicode',
    'verb', 'configmacros', 'textcomp', 'textmacros'];
  // What models write and MathJax has no name for.
  var macros = {
    R: '\\mathbb{R}', N: '\\mathbb{N}', Z: '\\mathbb{Z}', Q: '\\mathbb{Q}', C: '\\mathbb{C}',
    percent: '\\%', euro: '\\text{€}',
    si: ['\\mathrm{#1}', 1], SI: ['#1\\,\\mathrm{#2}', 2], num: ['#1', 1]
  };
  var changes = /\\(?:g?def|let|(?:re)?new(?:command|environment)|DeclareMathOperator|definecolor|Newextarrow)\b/;
  var failure = function (jax, error) { throw error; };
  var make = function () {
    var tex = new parts.input.tex_ts.TeX({ packages: packages, macros: macros, formatError: failure });
    var font = new parts.output.svg.fonts.tex_ts.TeXFont({});
    var svg = new parts.output.svg_ts.SVG({ fontCache: 'none', font: font });
    return { tex: tex, page: parts.mathjax.mathjax.document('', { InputJax: tex, OutputJax: svg }) };
  };
  var made = make();
  return function (latex, display) {
    // One formula's definitions and labels are not those of the next.
    made.tex.reset();
    try {
      var node = made.page.convert(latex, { display: display, em: 16, ex: 7, containerWidth: 1280 });
      return adaptor.outerHTML(adaptor.firstChild(node));
    } catch (error) {
      if (error && error.id && error.message) {
        return '!' + error.message;
      }
      throw error;
    } finally {
      if (changes.test(latex)) {
        made = make();
      }
    }
  };
})();
