package org.luodi.open311.web;

import java.util.List;
import java.util.stream.Stream;

/** Where the interface is, for clients that look for it. */
record Discovery(String changeset, String contact, String keyService, List<Endpoint> endpoints) {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    record Endpoint(String specification, String url, String changeset, String type, List<String> formats) {

        static Endpoint at(String url, String changeset) {
            List<String> formats = Stream.of(Format.values()).map(Format::type).toList();
            return new Endpoint(SPECIFICATION, url, changeset, "production", formats);
        }
    }
}
