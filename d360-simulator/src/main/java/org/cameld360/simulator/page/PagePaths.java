package org.cameld360.simulator.page;

/** What is not the API's, but the page's. */
public final class PagePaths {

    /** In front of all that the page has beside itself. */
    public static final String PREFIX = "/_simulator/";

    /** Where the page is. The API has nothing there. */
    public static final String PAGE = "/";

    private PagePaths() {}

    /** Whether a request is for the page. The URL is path and query. */
    public static boolean isOfThePage(String method, String url) {
        return url.startsWith(PREFIX) || (method.equals("GET") && (url.equals(PAGE) || url.startsWith(PAGE + "?")));
    }
}
