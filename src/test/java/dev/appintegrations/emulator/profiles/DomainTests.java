package dev.appintegrations.emulator.profiles;

import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.EmulatorServer;
import dev.appintegrations.emulator.Operator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.customerprofiles.model.BadRequestException;
import software.amazon.awssdk.services.customerprofiles.model.CreateDomainResponse;
import software.amazon.awssdk.services.customerprofiles.model.ListDomainItem;
import software.amazon.awssdk.services.customerprofiles.model.ResourceNotFoundException;

import static dev.appintegrations.emulator.Operator.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operations of domains.
 */
class DomainTests {

	private final Operator operator = Operator.fresh();

	private CreateDomainResponse create(String name) {
		return this.operator.profiles().createDomain((request) -> request.domainName(name).defaultExpirationDays(366));
	}

	private List<String> names() {
		return this.operator.profiles().listDomains((request) -> {
		}).items().stream().map(ListDomainItem::domainName).toList();
	}

	@Test
	void answersWithWhatWasSent() {
		CreateDomainResponse domain = this.operator.profiles()
			.createDomain((request) -> request.domainName("main-site")
				.defaultExpirationDays(30)
				.defaultEncryptionKey("key")
				.matching((matching) -> matching.enabled(true))
				.tags(Map.of("team", "contact-centre")));
		assertThat(domain.domainName()).isEqualTo("main-site");
		assertThat(domain.defaultExpirationDays()).isEqualTo(30);
		assertThat(domain.defaultEncryptionKey()).isEqualTo("key");
		assertThat(domain.matching().enabled()).isTrue();
		assertThat(domain.tags()).containsEntry("team", "contact-centre");
		assertThat(domain.createdAt()).isNotNull().isEqualTo(domain.lastUpdatedAt());
	}

	@Test
	void listsDomainsWithTheirTags() {
		this.operator.profiles()
			.createDomain((request) -> request.domainName("main-site")
				.defaultExpirationDays(30)
				.tags(Map.of("team", "contact-centre")));
		create("other");
		assertThat(this.operator.profiles().listDomains((request) -> {
		}).items()).satisfiesExactly((first) -> {
			assertThat(first.domainName()).isEqualTo("main-site");
			assertThat(first.tags()).containsEntry("team", "contact-centre");
			assertThat(first.createdAt()).isNotNull();
		}, (second) -> assertThat(second.domainName()).isEqualTo("other"));
	}

	@Test
	void refusesNameThatIsTaken() {
		create("main-site");
		assertRefused(() -> create("main-site"), BadRequestException.class, 400, "already exists");
	}

	@Test
	void refusesMoreThanTheQuota() {
		this.operator.quota("domains", 1);
		create("one");
		assertRefused(() -> create("two"), BadRequestException.class, 400, "quota of domains");
	}

	@Test
	void deletes() {
		create("main-site");
		assertThat(this.operator.profiles().deleteDomain((request) -> request.domainName("main-site")).message())
			.isNotBlank();
		assertThat(names()).isEmpty();
		assertRefused(() -> this.operator.profiles().deleteDomain((request) -> request.domainName("main-site")),
				ResourceNotFoundException.class, 404, "main-site");
	}

	@Test
	void deletesTheIntegrationsAndTheirAssociations() {
		String orders = this.operator.eventIntegration("orders");
		create("main-site");
		this.operator.profiles().putIntegration((request) -> request.domainName("main-site").uri(orders));
		this.operator.profiles().deleteDomain((request) -> request.domainName("main-site"));
		assertThat(this.operator.associationsOfEvents("orders")).isEmpty();
		assertThat(this.operator.profiles().listAccountIntegrations((request) -> request.uri(orders)).items())
			.isEmpty();
	}

	@Test
	void areKeptByAccountAndRegion() {
		create("main-site");
		assertThat(this.operator.in("us-east-1").profiles().listDomains((request) -> {
		}).items()).isEmpty();
		assertThat(Operator.fresh().profiles().listDomains((request) -> {
		}).items()).isEmpty();
		assertThat(names()).containsExactly("main-site");
	}

	@Test
	void areForgottenWithTheirAccount() {
		create("main-site");
		EmulatorServer.reset(this.operator.account(), "empty");
		assertThat(names()).isEmpty();
	}

}
