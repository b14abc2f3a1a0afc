package org.cameld360.simulator.call;

/** One version of the API. */
public interface Api {

    /**
     * Carries the call out.
     *
     * @throws RefusedException where the call breaks a rule
     */
    Answer answer(Call call);

    /** A refusal in this version's words. */
    Answer refuse(Call call, RefusedException refusal);

    /** An answer with this status that has nothing to do with the call: the service is in trouble. */
    Answer fail(int status);
}
