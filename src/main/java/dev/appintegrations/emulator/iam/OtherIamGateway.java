package dev.appintegrations.emulator.iam;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/**
 * Keeps roles in another IAM, such as LocalStack's, which takes the reserved path in
 * CreateRole and so shows whoever looks there the right role. It is matched by error
 * codes, since emulators differ in statuses. Last uses are kept here, since such an IAM
 * has none.
 */
@Component
@ConditionalOnExpression("'${emulator.iam.endpoint:none}' != 'none'")
class OtherIamGateway implements RoleKeeper {

	private final Map<String, IamClient> clients = new ConcurrentHashMap<>();

	private final Map<String, IamRole> lastUses = new ConcurrentHashMap<>();

	private final URI endpoint;

	OtherIamGateway(@Value("${emulator.iam.endpoint}") URI endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public Optional<IamRole> find(String account) {
		try {
			return Optional
				.of(role(account, client(account).getRole((request) -> request.roleName(IamRole.NAME)).role()));
		}
		catch (NoSuchEntityException ex) {
			return Optional.empty();
		}
	}

	@Override
	public void keep(IamRole role) {
		IamClient iam = client(role.account());
		IamRole before = find(role.account()).orElse(null);
		if (before == null) {
			iam.createRole((request) -> request.roleName(IamRole.NAME)
				.path(IamRole.PATH)
				.assumeRolePolicyDocument(IamRole.TRUST)
				.description(role.description())
				.maxSessionDuration(role.maxSessionSeconds())
				.tags(role.tags()
					.entrySet()
					.stream()
					.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
					.toList()));
			iam.attachRolePolicy((request) -> request.roleName(IamRole.NAME).policyArn(ManagedPolicy.ARN));
		}
		else {
			change(iam, before, role);
		}
		this.lastUses.put(role.account(), role);
	}

	private static void change(IamClient iam, IamRole before, IamRole role) {
		iam.updateRole((request) -> request.roleName(IamRole.NAME)
			.description((role.description() != null) ? role.description() : ""));
		before.tags()
			.keySet()
			.stream()
			.filter((key) -> !role.tags().containsKey(key))
			.forEach((key) -> iam.untagRole((request) -> request.roleName(IamRole.NAME).tagKeys(key)));
		role.tags()
			.forEach((key, value) -> iam.tagRole(
					(request) -> request.roleName(IamRole.NAME).tags(Tag.builder().key(key).value(value).build())));
	}

	@Override
	public void remove(String account) {
		IamClient iam = client(account);
		ignoreAbsence(
				() -> iam.detachRolePolicy((request) -> request.roleName(IamRole.NAME).policyArn(ManagedPolicy.ARN)));
		ignoreAbsence(() -> iam.deleteRole((request) -> request.roleName(IamRole.NAME)));
		this.lastUses.remove(account);
	}

	private static void ignoreAbsence(Runnable call) {
		try {
			call.run();
		}
		catch (IamException ex) {
			if (!"NoSuchEntity".equals(ex.awsErrorDetails().errorCode())) {
				throw ex;
			}
		}
	}

	@Override
	public void forget(@Nullable String account) {
		if (account != null) {
			remove(account);
		}
		else {
			this.clients.keySet().forEach(this::remove);
		}
	}

	private IamRole role(String account, Role role) {
		Map<String, String> tags = new LinkedHashMap<>();
		role.tags().forEach((tag) -> tags.put(tag.key(), tag.value()));
		IamRole kept = this.lastUses.get(account);
		Instant lastUse = (kept != null) ? kept.lastUsedAt() : null;
		String lastRegion = (kept != null) ? kept.lastUsedRegion() : null;
		int session = (role.maxSessionDuration() != null) ? role.maxSessionDuration() : IamRole.HOUR;
		return new IamRole(account, role.roleId(), role.createDate(), role.description(), session, tags, lastUse,
				lastRegion);
	}

	private IamClient client(String account) {
		return this.clients.computeIfAbsent(account,
				(key) -> IamClient.builder()
					.endpointOverride(this.endpoint)
					.region(Region.AWS_GLOBAL)
					.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "emulator")))
					.httpClientBuilder(ApacheHttpClient.builder())
					.build());
	}

	@PreDestroy
	void close() {
		this.clients.values().forEach(IamClient::close);
	}

}
