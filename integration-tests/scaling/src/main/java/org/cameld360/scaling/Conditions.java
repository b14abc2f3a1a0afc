package org.cameld360.scaling;

/**
 * What a number is put through.
 *
 * @param seconds how long
 * @param travel how much the time from a worker to WhatsApp varies, in seconds
 * @param keyed whether a record's key is its recipient; without a key the partitions take turns
 */
record Conditions(int seconds, double travel, boolean keyed, Outage outage) {

    static Conditions calm(int seconds) {
        return new Conditions(seconds, 0.06, true, Outage.NONE);
    }

    Conditions withTravel(double other) {
        return new Conditions(seconds, other, keyed, outage);
    }

    Conditions withoutKeys() {
        return new Conditions(seconds, travel, false, outage);
    }

    Conditions with(Outage other) {
        return new Conditions(seconds, travel, keyed, other);
    }
}
