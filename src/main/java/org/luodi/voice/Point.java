package org.luodi.voice;

import org.luodi.platform.Refusal;

/** A point on the map, in degrees (WGS 84). */
public record Point(double latitude, double longitude) {

    private static final double RADIUS = 6_371_000;

    public Point {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw Refusal.of("voice.refused.point");
        }
    }

    /** Metres to another point, along the surface. */
    public long metres(Point other) {
        double up = Math.toRadians(other.latitude - latitude);
        double along = Math.toRadians(other.longitude - longitude);
        double a = square(Math.sin(up / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(along / 2));
        return Math.round(2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(a))));
    }

    private static double square(double x) {
        return x * x;
    }
}
