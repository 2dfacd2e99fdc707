package dev.appintegrations.console.inventory.web;

import java.util.List;
import java.util.Set;

import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IntegrationsFormTests {

	private static final PageQuery FIRST = new PageQuery(0, 50);

	@Test
	void asksForEverythingByNameAtFirst() {
		assertThat(form().toQuery(Scans.ACCOUNT, FIRST))
			.isEqualTo(new ItemQuery(Set.of(), Set.of(), null, null, false, null, ItemQuery.Sort.NAME, false, 0, 50));
		assertThat(form().filters()).isFalse();
	}

	@Test
	void asksForWhatWasChosen() {
		IntegrationsForm form = new IntegrationsForm(null, List.of("eu-west-2", ""), List.of("APPLICATION"), "orders",
				"yes", "true", null, null, "associations,desc");
		assertThat(form.toQuery(Scans.ACCOUNT, new PageQuery(2, 10)))
			.isEqualTo(new ItemQuery(Set.of(new Region("eu-west-2")), Set.of(Kind.APPLICATION), "orders", true, true,
					null, ItemQuery.Sort.ASSOCIATIONS, true, 2, 10));
		assertThat(form.filters()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "eu-west-9", "nonsense", "EU-WEST-2", "../etc", "\u0000" })
	void refusesARegionThatTheAccountHasNot(String region) {
		refuses(new IntegrationsForm(null, List.of(region), null, null, null, null, null, null, null), "region");
	}

	@Test
	void refusesAKindThatIsNone() {
		refuses(new IntegrationsForm(null, null, List.of("event"), null, null, null, null, null, null), "kind");
	}

	@ParameterizedTest
	@ValueSource(strings = { "price", "name,up", "name,asc,desc", "NAME", ",", "name," })
	void refusesAnOrderThatMakesNoSense(String sort) {
		refuses(sorted(sort), "sort");
	}

	@Test
	void refusesALongSearch() {
		assertThat(searching("x".repeat(200)).toQuery(Scans.ACCOUNT, FIRST).text()).hasSize(200);
		refuses(searching("x".repeat(201)), "q");
	}

	@Test
	void refusesAnswersThatAreNeitherYesNorNo() {
		refuses(new IntegrationsForm(null, null, null, null, "maybe", null, null, null, null), "associated");
		refuses(new IntegrationsForm(null, null, null, null, null, "maybe", null, null, null), "undeletable");
	}

	@Test
	void keepsEverythingElseInALinkThatChangesOneThing() {
		IntegrationsForm form = new IntegrationsForm(null, List.of("eu-west-2", "us-east-1"), null, "a&b=c d%\"<", null,
				null, null, List.of("source"), "name");
		assertThat(form.with("sort", "name,desc"))
			.isEqualTo("?region=eu-west-2&region=us-east-1&q=a%26b%3Dc%20d%25%22%3C&hide=source&sort=name%2Cdesc");
		assertThat(form.without("region", "eu-west-2"))
			.isEqualTo("?region=us-east-1&q=a%26b%3Dc%20d%25%22%3C&hide=source&sort=name");
		assertThat(form.with("q", null)).isEqualTo("?region=eu-west-2&region=us-east-1&hide=source&sort=name");
	}

	private static void refuses(IntegrationsForm form, String field) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> form.toQuery(Scans.ACCOUNT, FIRST))
			.satisfies((ex) -> assertThat(ex.problem().errors()).singleElement().extracting("field").isEqualTo(field));
	}

	private static IntegrationsForm form() {
		return sorted(null);
	}

	private static IntegrationsForm sorted(@Nullable String sort) {
		return new IntegrationsForm(null, null, null, null, null, null, null, null, sort);
	}

	private static IntegrationsForm searching(String text) {
		return new IntegrationsForm(null, null, null, text, null, null, null, null, null);
	}

}
