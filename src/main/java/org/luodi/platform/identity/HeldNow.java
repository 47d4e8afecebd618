package org.luodi.platform.identity;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** As whom the person of the running request may call addresses: asked once, for a page asks again for each way in its navigation. */
final class HeldNow {

    private HeldNow() {}

    @SuppressWarnings("unchecked")
    static Set<AccessRule.Who> of(Account account, ObjectProvider<Powers> powers) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return ask(account, powers);
        }
        String name = HeldNow.class.getName() + account.id();
        Object known = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = ask(account, powers);
            request.setAttribute(name, known, RequestAttributes.SCOPE_REQUEST);
        }
        return (Set<AccessRule.Who>) known;
    }

    private static Set<AccessRule.Who> ask(Account account, ObjectProvider<Powers> powers) {
        Set<AccessRule.Who> held = EnumSet.noneOf(AccessRule.Who.class);
        powers.forEach(p -> held.addAll(p.callsAs(account.actor())));
        return held;
    }
}
