package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.deletion.DeletionStep.Usage;
import dev.appintegrations.console.deletion.Observation.AtWork;
import dev.appintegrations.console.deletion.Observation.GivenUp;
import dev.appintegrations.console.deletion.Observation.Gone;
import dev.appintegrations.console.deletion.Observation.There;
import dev.appintegrations.console.deletion.plan.Expected;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepKind;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.role.RoleNames;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeletionTaskFailureReasonType;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleUsageType;

import org.springframework.stereotype.Component;

/**
 * Deletes the role: IAM takes a task, which is asked after. What decides is whether
 * {@code GetRole} still shows the role with the id that was confirmed: task records may
 * vanish right after success (seen by gruntwork-io/cloud-nuke, issues 1143 to 1149), and
 * a task for a role that was just removed may end as failed (seen by the Terraform AWS
 * provider, issue 12937).
 */
@Component
class RoleStepGateway implements StepGateway {

	private static final Region HOME = new Region("us-east-1");

	private final AwsClients clients;

	private final AwsCalls calls;

	RoleStepGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls.within(Duration.ofSeconds(3));
	}

	@Override
	public Set<StepKind> kinds() {
		return Set.of(StepKind.DELETE_ROLE);
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(RequiredActions
			.required("iam", "DeleteServiceLinkedRole", "GetServiceLinkedRoleDeletionStatus", "GetRole")
			.on(RoleNames.arn(RequiredActions.ACCOUNT))
			.because("Has IAM delete the role, and watches it go.", OperatorTask.DELETE_ROLE));
	}

	@Override
	public Observation observe(AccountAlias account, DeletionStep step) {
		GetServiceLinkedRoleDeletionStatusResponse task = task(account, step.taskId());
		Role role = role(account);
		if (role == null) {
			return new Gone(null);
		}
		if (!role.roleId().equals(step.planned().parameter(Parameter.ROLE_ID))) {
			return new Gone("Deleted, then created again at " + role.createDate() + " (" + role.roleId()
					+ "). The new role is not touched.");
		}
		if (step.taskId() == null) {
			return new There(Expected.ids(role.roleId()), List.of());
		}
		if (task == null) {
			return new AtWork("IAM no longer knows the deletion task, and still shows the role.");
		}
		return switch (task.statusAsString()) {
			case "SUCCEEDED" -> new AtWork("IAM says that the role is deleted, and still shows it.");
			case "FAILED" -> refusal(task.reason());
			default -> new AtWork("IAM is deleting the role (" + task.statusAsString() + ").");
		};
	}

	private static Observation refusal(@Nullable DeletionTaskFailureReasonType reason) {
		List<Usage> usages = new ArrayList<>();
		if (reason != null) {
			for (RoleUsageType usage : reason.roleUsageList()) {
				usage.resources().forEach((resource) -> usages.add(new Usage(usage.region(), resource)));
			}
		}
		String words = (reason != null && reason.reason() != null) ? reason.reason() : "IAM gives no reason.";
		return new GivenUp(
				words + (usages.isEmpty()
						? " Look at every region, applications included, wait some minutes, and try again." : ""),
				usages);
	}

	private @Nullable GetServiceLinkedRoleDeletionStatusResponse task(AccountAlias account, @Nullable String taskId) {
		if (taskId == null) {
			return null;
		}
		IamClient iam = this.clients.iam(account);
		return unlessAbsent(() -> read(account, "GetServiceLinkedRoleDeletionStatus", () -> {
			var answer = iam.getServiceLinkedRoleDeletionStatus((request) -> request.deletionTaskId(taskId));
			Objects.requireNonNull(answer.statusAsString(), "An answer without its content is not IAM's");
			return answer;
		}));
	}

	private @Nullable Role role(AccountAlias account) {
		IamClient iam = this.clients.iam(account);
		return unlessAbsent(() -> read(account, "GetRole",
				() -> Objects.requireNonNull(iam.getRole((request) -> request.roleName(RoleNames.ROLE)).role(),
						"An answer without its content is not IAM's")));
	}

	private static <T> @Nullable T unlessAbsent(Supplier<T> read) {
		try {
			return read.get();
		}
		catch (AwsFailedException ex) {
			if (ex.failure() instanceof AwsFailure.NotFound) {
				return null;
			}
			throw ex;
		}
	}

	@Override
	public Accepted act(AccountAlias account, DeletionStep step) {
		IamClient iam = this.clients.once().iam(account);
		return this.calls.once(new AwsCalls.Target(account, HOME, "iam", step.planned().kind().operation()), () -> {
			var answer = iam.deleteServiceLinkedRole((request) -> request.roleName(RoleNames.ROLE));
			return new Accepted(answer.responseMetadata().requestId(),
					Objects.requireNonNull(answer.deletionTaskId(), "An answer without its content is not IAM's"));
		});
	}

	private <T> T read(AccountAlias account, String operation, Supplier<T> call) {
		return this.calls.call(new AwsCalls.Target(account, HOME, "iam", operation), new CallMeter(), call);
	}

}
