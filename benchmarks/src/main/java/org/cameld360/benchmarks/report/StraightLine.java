package org.cameld360.benchmarks.report;

import java.util.Arrays;

/** Least squares. */
final class StraightLine {

    private StraightLine() {}

    /** R²: 1 where all points lie on one line; nothing for fewer than three points. */
    static double fit(double[] x, double[] y) {
        if (x.length < 3) {
            return Double.NaN;
        }
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double both = 0;
        double ofX = 0;
        double ofY = 0;
        for (int i = 0; i < x.length; i++) {
            both += (x[i] - meanX) * (y[i] - meanY);
            ofX += (x[i] - meanX) * (x[i] - meanX);
            ofY += (y[i] - meanY) * (y[i] - meanY);
        }
        return both * both / (ofX * ofY);
    }
}
