package org.cameld360.simulator;

/**
 * Why an accepted message was not delivered.
 *
 * @param code of the Cloud API, such as 131053
 * @param title the text that belongs to the code
 * @param details what was wrong
 */
public record DeliveryFailure(int code, String title, String details) {

    /** 131053: the media cannot be used. */
    public static DeliveryFailure media(String details) {
        return new DeliveryFailure(131053, "Media upload error", details);
    }
}
