package dev.appintegrations.emulator.iam;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/**
 * Keeps roles in this process.
 */
@Component
@ConditionalOnExpression("'${emulator.iam.endpoint:none}' == 'none'")
class RolesInMemory implements RoleKeeper {

	private final Map<String, IamRole> roles = new ConcurrentHashMap<>();

	@Override
	public Optional<IamRole> find(String account) {
		return Optional.ofNullable(this.roles.get(account));
	}

	@Override
	public IamRole keep(IamRole role) {
		this.roles.put(role.account(), role);
		return role;
	}

	@Override
	public void remove(String account) {
		this.roles.remove(account);
	}

	@Override
	public void forget(@Nullable String account) {
		this.roles.keySet().removeIf((key) -> account == null || key.equals(account));
	}

}
