package org.luodi.platform.identity;

import java.util.List;

/** What a browser says of itself, as a person would: which browser on what kind of device. The text itself is not kept. */
record DeviceWords(String browser, String system) {

    private record Sign(String text, String code) {}

    /** Browsers that pretend to be others stand before those. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("MicroMessenger", "wechat"),
            new Sign("DingTalk", "dingtalk"),
            new Sign("QQBrowser", "qq"),
            new Sign("QIHU", "360"),
            new Sign("Edg", "edge"),
            new Sign("OPR/", "opera"),
            new Sign("Firefox", "firefox"),
            new Sign("Chrom", "chrome"),
            new Sign("Safari", "safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("HarmonyOS", "harmony"),
            new Sign("OpenHarmony", "harmony"),
            new Sign("Android", "android"),
            new Sign("iPhone", "iphone"),
            new Sign("iPad", "ipad"),
            new Sign("Windows", "windows"),
            new Sign("Mac OS", "mac"),
            new Sign("UOS", "linux"),
            new Sign("Linux", "linux"));

    static DeviceWords of(String agent) {
        String text = agent == null ? "" : agent;
        return new DeviceWords(first(BROWSERS, text), first(SYSTEMS, text));
    }

    private static String first(List<Sign> signs, String text) {
        return signs.stream()
                .filter(s -> text.contains(s.text()))
                .map(Sign::code)
                .findFirst()
                .orElse("other");
    }
}
