package org.luodi.voice;

import org.luodi.organisation.UnitId;

/**
 * What somebody reports.
 *
 * @param place the unit where it is
 * @param text in the reporter's own words
 * @param category key in the programme, or null
 * @param point where exactly, or null
 * @param aboutHandler whether it is about the named unit itself: then the one above answers
 * @param contact how the reporter may be reached, or null
 * @param proven whether the device has shown that it is no flood; what has not waits to be looked at
 * @param deed whether it is no problem but a good thing to be done (mechanisms 51)
 * @param once a token of the form, so that what is sent twice is kept once and gets the same receipt; null: one is drawn
 */
public record NewReport(
        UnitId place,
        String text,
        Integer category,
        Point point,
        boolean aboutHandler,
        Way way,
        Contact contact,
        boolean proven,
        String once,
        boolean deed) {

    /**
     * A phone number or a mail address, as typed.
     *
     * @param circle whether the reporter may be asked about other things at this place
     */
    public record Contact(String given, boolean circle) {

        @Override
        public String toString() {
            return "contact";
        }
    }

    /** The least that can be said, by somebody whose device has shown that it is no flood. */
    public static NewReport of(UnitId place, String text) {
        return new NewReport(place, text, null, null, false, Way.WEB, null, true, null, false);
    }

    public NewReport in(Integer key) {
        return new NewReport(place, text, key, point, aboutHandler, way, contact, proven, once, deed);
    }

    public NewReport at(Point where) {
        return new NewReport(place, text, category, where, aboutHandler, way, contact, proven, once, deed);
    }

    /** The same, about the unit itself or not. */
    public NewReport aboutHandler(boolean itself) {
        return new NewReport(place, text, category, point, itself, way, contact, proven, once, deed);
    }

    public NewReport by(Way other) {
        return new NewReport(place, text, category, point, aboutHandler, other, contact, proven, once, deed);
    }

    /** The same with a phone number or a mail address; nothing where none is given. */
    public NewReport reachedAt(String given, boolean circle) {
        Contact how = given == null || given.isBlank() ? null : new Contact(given, circle);
        return new NewReport(place, text, category, point, aboutHandler, way, how, proven, once, deed);
    }

    public NewReport proven(boolean shown) {
        return new NewReport(place, text, category, point, aboutHandler, way, contact, shown, once, deed);
    }

    /** The same as a wish for a good thing to be done, or as a problem. */
    public NewReport wished(boolean good) {
        return new NewReport(place, text, category, point, aboutHandler, way, contact, proven, once, good);
    }

    public NewReport once(String token) {
        return new NewReport(place, text, category, point, aboutHandler, way, contact, proven, token, deed);
    }
}
