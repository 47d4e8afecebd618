package org.luodi.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is sent away reads why, what became of what he typed, and what to do: as a page, as a problem, as the standard has it. */
@WholeApplication
class BusyTest {

    @Autowired
    Busy busy;

    @Test
    void aPersonReadsItInHisLanguage() throws Exception {
        Document chinese = Jsoup.parse(ask("/overview", "zh-CN").getContentAsString(UTF_8));
        assertThat(chinese.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(chinese.select("h1").text()).isEqualTo("现在人太多，请稍候");
        assertThat(chinese.select("main p").text()).contains("什么也没有改动");
        assertThat(chinese.select("form, script")).isEmpty();
        Document english = Jsoup.parse(ask("/overview", "en").getContentAsString(UTF_8));
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("main p").text()).contains("nothing");
        assertThat(english.text()).doesNotContain("??");
    }

    @Test
    void aProgramReadsAProblem() throws Exception {
        MockHttpServletResponse answer = ask("/api/matters", "zh-CN");
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        JsonNode problem = new JsonMapper().readTree(answer.getContentAsString(UTF_8));
        assertThat(problem.get("type").asString()).isEqualTo("urn:luodi:problem:busy");
        assertThat(problem.get("status").asInt()).isEqualTo(503);
        assertThat(problem.get("detail").asString()).contains("什么也没有改动");
    }

    @Test
    void aClientOfTheStandardReadsItsOwnForm() throws Exception {
        assertThat(ask("/open311/v2/requests.xml", "zh-CN").getContentAsString(UTF_8))
                .contains("<error>", "503", "什么也没有改动");
    }

    private MockHttpServletResponse ask(String path, String language) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept-Language", language);
        var response = new MockHttpServletResponse();
        busy.answer(request, response);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        return response;
    }
}
