package org.cameld360.simulator.call;

/** A call broke a rule. Each version of the API words its own answer from the rule and the details. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String details;

    public RefusedException(Rule rule, String details) {
        super(rule + ": " + details, null, false, false);
        this.rule = rule;
        this.details = details;
    }

    public Rule rule() {
        return rule;
    }

    public String details() {
        return details;
    }
}
