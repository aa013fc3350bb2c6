package dev.paddock.model;

/** Carries a {@link ModelProblem} out of a call. */
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ModelProblem problem;

    public ModelException(ModelProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public ModelProblem problem() {
        return problem;
    }
}
