/**
 * What every page and every API answer stands on: templates, words in two languages, errors, fragments.
 *
 * <p>A controller returns a view name such as {@code matters/list} and fills the model; the template takes its parameters
 * from the model by name and gets {@link org.luodi.platform.web.Ui} as {@code ui}. A POST handler that may be refused says
 * {@code return forms.answer(model, () -> { facade call; return "redirect:/matters/7"; }, () -> form again)}: a refusal shows the
 * same form with what was typed, answers 422 (409 for a conflict) and puts the refusal into the model.
 */
@org.springframework.modulith.NamedInterface("web")
package org.luodi.platform.web;
