package org.luodi.open311.web;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A request as the specification has it. What is null is not known, or not for everybody. */
record RequestJson(
        String serviceRequestId,
        String status,
        String statusNotes,
        String serviceName,
        String serviceCode,
        String description,
        String agencyResponsible,
        String serviceNotice,
        String requestedDatetime,
        String updatedDatetime,
        String expectedDatetime,
        String address,
        String addressId,
        String zipcode,
        @JsonProperty("lat") Double latitude,
        @JsonProperty("long") Double longitude,
        String mediaUrl) {

    /** What stands behind a token: the number once anybody may read it. */
    record OfToken(String serviceRequestId, String token) {}

    /** What is said of a request that was just received; its number follows by the token. */
    record Received(String token, String serviceNotice, String accountId) {}
}
