package org.cameld360.simulator;

/** The two generations of 360dialog's API. */
public enum ApiVersion {
    /** The On-Premises API, below {@code /v1}. */
    V1("/v1"),
    /** The Cloud API, at the root. */
    V2("");

    private final String basePath;

    ApiVersion(String basePath) {
        this.basePath = basePath;
    }

    String basePath() {
        return basePath;
    }
}
