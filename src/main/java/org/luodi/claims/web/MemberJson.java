package org.luodi.claims.web;

import org.luodi.claims.Member;

/** A matter of a claim as the API shows it. */
record MemberJson(long matter, int unit, String outcome) {

    static MemberJson of(Member member) {
        return new MemberJson(member.matter().value(), member.unit().value(), member.outcome());
    }
}
