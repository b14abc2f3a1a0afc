package org.cameld360.simulator.page;

/** The page's API cannot do what it was asked for. The message is for the person who looks at the page. */
final class PageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    PageException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
