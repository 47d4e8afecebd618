/**
 * What every page and every API answer stands on: templates, words in two languages, errors, fragments.
 *
 * <p>A controller returns a view name such as {@code matters/list} and fills the model; the template takes its parameters
 * from the model by name and gets {@link org.luodi.platform.web.Ui} as {@code ui}. A POST handler that may be refused says
 * {@code return forms.answer(model, () -> { facade call; return "redirect:/matters/7"; }, () -> form again)}: a refusal shows the
 * same form with what was typed, answers 422 (409 for a conflict) and puts the refusal into the model. A file to take away is an {@link
 * org.luodi.platform.web.Attachment}.
 *
 * <p>Pieces every page is made of stand in {@code templates/shared}: layout (title, crumbs, content), field, area, choice (a map of
 * value to text), csrf, refusal, notice, table ({@code cards = true} for phones, with {@code data-label} on each cell), pager, timeline
 * of moments, number in {@code ul.numbers}, definition, chip, progress, empty, and chart ({@link org.luodi.platform.web.Chart} with the
 * same numbers as a table). Frames: {@code div.page-head} with {@code h1} and {@code div.actions}, {@code section.panel},
 * {@code div.columns}, {@code div.main-aside}, {@code dl.facts}, {@code form.filters} ({@code data-apply} sends on change),
 * {@code form.search}, {@code ul.tabs}, {@code ul.tree}, {@code ul.rows}, {@code a.button} (primary, danger, quiet, small).
 */
@org.springframework.modulith.NamedInterface("web")
package org.luodi.platform.web;
