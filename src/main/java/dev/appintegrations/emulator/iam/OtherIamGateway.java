package dev.appintegrations.emulator.iam;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import dev.appintegrations.emulator.wire.AwsError;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keeps roles in another IAM, such as LocalStack's, which takes the reserved path in
 * CreateRole and so shows whoever looks there the right role. It is matched by error
 * codes, since emulators differ in statuses. Last uses are kept here, since such an IAM
 * has none. What it refuses, and its absence, is a {@code ServiceFailure}.
 */
@Component
@ConditionalOnExpression("'${emulator.iam.endpoint:none}' != 'none'")
class OtherIamGateway implements RoleKeeper {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final Map<String, IamClient> clients = new ConcurrentHashMap<>();

	private final Map<String, IamRole> lastUses = new ConcurrentHashMap<>();

	private final URI endpoint;

	OtherIamGateway(Environment environment) {
		this.endpoint = environment.getRequiredProperty("emulator.iam.endpoint", URI.class);
	}

	@Override
	public Optional<IamRole> find(String account) {
		return call(account, (iam) -> Optional.ofNullable(find(iam, account)));
	}

	@Override
	public IamRole keep(IamRole role) {
		this.lastUses.put(role.account(), role);
		return call(role.account(), (iam) -> {
			IamRole before = find(iam, role.account());
			if (before == null) {
				create(iam, role);
			}
			else {
				change(iam, before, role);
			}
			iam.attachRolePolicy((request) -> request.roleName(IamRole.NAME).policyArn(ManagedPolicy.ARN));
			return Optional.ofNullable(find(iam, role.account())).orElse(role);
		});
	}

	@Override
	public void remove(String account) {
		this.lastUses.remove(account);
		call(account, (iam) -> {
			if (find(iam, account) != null) {
				iam.detachRolePolicy((request) -> request.roleName(IamRole.NAME).policyArn(ManagedPolicy.ARN));
				iam.deleteRole((request) -> request.roleName(IamRole.NAME));
			}
			return account;
		});
	}

	/** Of all accounts it knows those that have been used since it started. */
	@Override
	public void forget(@Nullable String account) {
		if (account != null) {
			remove(account);
		}
		else {
			this.clients.keySet().forEach(this::remove);
		}
	}

	private @Nullable IamRole find(IamClient iam, String account) {
		try {
			return role(account, iam.getRole((request) -> request.roleName(IamRole.NAME)).role());
		}
		catch (NoSuchEntityException ex) {
			return null;
		}
	}

	private static void create(IamClient iam, IamRole role) {
		iam.createRole((request) -> request.roleName(IamRole.NAME)
			.path(IamRole.PATH)
			.assumeRolePolicyDocument(IamRole.TRUST)
			.description(role.description())
			.maxSessionDuration(role.maxSessionSeconds())
			.tags(tags(role)));
	}

	private static void change(IamClient iam, IamRole before, IamRole role) {
		String description = (role.description() != null) ? role.description() : "";
		iam.updateRoleDescription((request) -> request.roleName(IamRole.NAME).description(description));
		Set<String> gone = new HashSet<>(before.tags().keySet());
		gone.removeAll(List.copyOf(role.tags().keySet()));
		if (!gone.isEmpty()) {
			iam.untagRole((request) -> request.roleName(IamRole.NAME).tagKeys(gone));
		}
		if (!role.tags().isEmpty()) {
			iam.tagRole((request) -> request.roleName(IamRole.NAME).tags(tags(role)));
		}
	}

	private static List<Tag> tags(IamRole role) {
		return role.tags()
			.entrySet()
			.stream()
			.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
			.toList();
	}

	private IamRole role(String account, Role role) {
		Map<String, String> tags = new LinkedHashMap<>();
		role.tags().forEach((tag) -> tags.put(tag.key(), tag.value()));
		IamRole kept = this.lastUses.get(account);
		Instant lastUse = (kept != null) ? notBefore(role.createDate(), kept.lastUsedAt()) : null;
		String lastRegion = (kept != null) ? kept.lastUsedRegion() : null;
		int session = (role.maxSessionDuration() != null) ? role.maxSessionDuration() : IamRole.HOUR;
		return new IamRole(account, role.roleId(), role.createDate(), role.description(), session, tags, lastUse,
				lastRegion);
	}

	/** Such an IAM creates every role now, and none is used before. */
	private static @Nullable Instant notBefore(Instant creation, @Nullable Instant use) {
		return (use != null && use.isBefore(creation)) ? creation : use;
	}

	private <T> T call(String account, Function<IamClient, T> act) {
		try {
			return act.apply(this.clients.computeIfAbsent(account, this::client));
		}
		catch (SdkException ex) {
			throw new AwsError(500, "ServiceFailure",
					"The IAM at " + this.endpoint + " that keeps the role failed: " + ex.getMessage());
		}
	}

	private IamClient client(String account) {
		return IamClient.builder()
			.endpointOverride(this.endpoint)
			.region(Region.AWS_GLOBAL)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "emulator")))
			.httpClientBuilder(ApacheHttpClient.builder())
			.overrideConfiguration((override) -> override.apiCallTimeout(TIMEOUT))
			.build();
	}

	@PreDestroy
	void close() {
		this.clients.values().forEach(IamClient::close);
	}

}
