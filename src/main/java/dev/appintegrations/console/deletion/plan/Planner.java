package dev.appintegrations.console.deletion.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Blocked;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Choice;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Definition;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Going;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Kept;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Unproven;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepList.Draft;
import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.SeenHolding;
import dev.appintegrations.console.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans. A pure function of what was asked for and what was read: the same input
 * gives the same plan. Used once.
 */
public final class Planner {

	private static final Comparator<World.Item> IN_ORDER = Comparator
		.comparing((World.Item item) -> item.details().region())
		.thenComparing((item) -> item.details().kind())
		.thenComparing((item) -> item.details().arn().toString());

	private final PlanRequest request;

	private final World world;

	private final String keepTag;

	private final StepList steps = new StepList();

	private final List<Going> going = new ArrayList<>();

	private final List<Kept> kept = new ArrayList<>();

	private final List<Blocked> blocked = new ArrayList<>();

	private final Map<String, Definition> definitions = new LinkedHashMap<>();

	private final Set<String> gestures = new LinkedHashSet<>();

	/** Items one of whose holders was chosen. */
	private final Set<Arn> chosen = new HashSet<>();

	private Planner(PlanRequest request, World world, String keepTag) {
		this.request = request;
		this.world = world;
		this.keepTag = keepTag;
	}

	/**
	 * Makes a plan.
	 * @param request what is asked for
	 * @param world what was read
	 * @param keepTag key of the tag that keeps an item from being deleted
	 * @return the plan; without steps if nothing can be deleted
	 */
	public static DeletionPlan plan(PlanRequest request, World world, String keepTag) {
		return new Planner(request, world, keepTag).plan();
	}

	private DeletionPlan plan() {
		List<World.Item> items = this.world.items().stream().sorted(IN_ORDER).toList();
		if (this.request.everything()) {
			items.forEach((item) -> item(item, TargetKind.of(item.details().kind())));
		}
		boolean role = this.request.everything();
		for (Target target : this.request.targets()) {
			if (target.kind() == TargetKind.ROLE) {
				role = true;
			}
			else {
				target(target);
			}
		}
		this.world.unread().forEach(this::unread);
		if (role) {
			new RolePlanning(this.world, this.request, this.steps, this.going, this.blocked, this.definitions).add();
		}
		List<PlannedStep> sorted = this.steps.sorted();
		List<Unproven> unproven = this.world.unproven()
			.entrySet()
			.stream()
			.map((each) -> new Unproven(each.getKey(), each.getValue()))
			.sorted(Comparator.comparing(Unproven::region))
			.toList();
		DeletionPlan plan = new DeletionPlan(this.world.account().alias(), this.world.accountId(), this.request, sorted,
				this.going, this.kept, this.blocked, unproven, List.of(), null,
				this.definitions.values().stream().toList());
		return sorted.isEmpty() ? plan
				: new DeletionPlan(plan.account(), plan.accountId(), plan.request(), plan.steps(), plan.going(),
						plan.kept(), plan.blocked(), plan.unproven(), new Warnings(this.world).of(plan),
						Confirmations.of(plan, this.world.account(), this.gestures), plan.definitions());
	}

	private void target(Target target) {
		World.Item item = this.world.items()
			.stream()
			.filter((each) -> each.details().arn().equals(target.item()))
			.findFirst()
			.orElse(null);
		if (item == null) {
			if (!this.world.unread().containsKey(target.item())) {
				block(target.kind(), target.arn().toString(), target,
						"It is not there any more. Nothing needs to be done.");
			}
		}
		else if (target.kind().association()) {
			association(target, item);
		}
		else if (this.request.force()) {
			force(target, item);
		}
		else {
			item(item, target.kind());
		}
	}

	private void unread(Arn arn, String reason) {
		Target target = Target.parse(arn.toString(), this.world.accountId());
		block(target.kind(), arn.resourceId(), target, reason);
	}

	private void block(TargetKind kind, String name, Target target, String reason) {
		this.blocked.add(new Blocked(kind, target.region(), target.arn().toString(), name, reason, List.of()));
	}

	private void item(World.Item item, TargetKind kind) {
		IntegrationDetails details = item.details();
		if (keeps(item, kind, details.arn())) {
			return;
		}
		List<Association> associations = details.associations();
		if (associations == null) {
			block(item, kind, details.arn(), "Its associations could not be read, so nobody knows who still needs it.");
			return;
		}
		List<String> within = new ArrayList<>(List.of(details.arn().toString()));
		for (Association association : associations) {
			String obstacle = obstacle(details.kind(), item.holdings().of(association.arn()));
			if (obstacle != null) {
				block(item, kind, details.arn(), obstacle);
				return;
			}
			within.add(association.arn().toString());
		}
		HolderSteps holders = new HolderSteps(this.steps, details, within, this::define);
		item.holdings().holders().stream().sorted(Comparator.comparing(Holder::key)).forEach(holders::add);
		List<String> children = associations.stream().map((each) -> each.arn().toString()).sorted().toList();
		if (!children.isEmpty()) {
			await(item, details.arn() + " associations", details.arn().toString(), children, "all", within);
		}
		delete(item, kind, deletion(details.kind()), children, children.isEmpty() ? "It is what was asked for."
				: "It is what was asked for, and nothing holds it by then.");
		this.gestures.add("Delete");
	}

	private void force(Target target, World.Item item) {
		IntegrationDetails details = item.details();
		if (keeps(item, target.kind(), details.arn())) {
			return;
		}
		List<Association> associations = details.associations();
		if (target.kind() != TargetKind.APPLICATION) {
			block(item, target.kind(), details.arn(), "Only applications can be deleted by force.");
		}
		else if (associations == null || associations.isEmpty() || associations.stream()
			.anyMatch((each) -> !(item.holdings().of(each.arn()) instanceof Holding.Orphaned))) {
			block(item, target.kind(), details.arn(),
					"Deletion by force is only for applications all of whose associations are orphaned. Delete this one the usual way.");
		}
		else {
			delete(item, target.kind(), StepKind.FORCE_DELETE_APPLICATION,
					associations.stream().map((each) -> each.arn().toString()).sorted().toList(),
					"Nobody holds its associations any more, so only AWS's forced deletion removes them, together with the application.");
		}
	}

	private void association(Target target, World.Item item) {
		IntegrationDetails details = item.details();
		List<Association> all = Objects.requireNonNullElse(details.associations(), List.of());
		boolean there = all.stream().anyMatch((each) -> each.arn().equals(target.arn()));
		if (details.associations() == null) {
			block(item, target.kind(), target.arn(), "The associations of its integration could not be read.");
			return;
		}
		if (!there) {
			block(item, target.kind(), target.arn(), "It is not there any more. Nothing needs to be done.");
			return;
		}
		if (keeps(item, target.kind(), target.arn())) {
			return;
		}
		Holding holding = item.holdings().of(target.arn());
		switch (holding) {
			case Holding.Held held -> dissociate(target, item, held.holder(), List.of(target.arn().toString()), "all");
			case Holding.Ambiguous ambiguous -> {
				String chosen = this.request.holders().get(target.arn().toString());
				Holder holder = ambiguous.holders()
					.stream()
					.filter((each) -> each.key().equals(chosen))
					.findFirst()
					.orElse(null);
				if (holder == null) {
					choose(target, item, ambiguous);
				}
				else if (!this.chosen.add(details.arn())) {
					block(item, target.kind(), target.arn(),
							"Another association of this integration goes in this plan, and nothing proves which holder is whose. Remove one after the other.");
				}
				else {
					List<String> candidates = all.stream()
						.filter((each) -> item.holdings().of(each.arn()) instanceof Holding.Ambiguous)
						.map((each) -> each.arn().toString())
						.sorted()
						.toList();
					dissociate(target, item, holder, candidates, "one");
				}
			}
			case Holding.Undeletable undeletable -> block(item, target.kind(), target.arn(), undeletable.reason());
			case Holding.Orphaned orphaned ->
				block(item, target.kind(), target.arn(), orphan(details.kind(), orphaned.reason()));
			case Holding.Unknown unknown -> block(item, target.kind(), target.arn(), unknown.reason());
		}
	}

	private void choose(Target target, World.Item item, Holding.Ambiguous ambiguous) {
		this.blocked.add(new Blocked(target.kind(), target.region(), target.arn().toString(), item.details().name(),
				"Several holders name this integration, and nothing proves which of them holds this association. Choose the one to remove; afterwards exactly one association must be gone.",
				ambiguous.holders()
					.stream()
					.map((each) -> new Choice(target.arn().toString(), each.key(), SeenHolding.name(each)))
					.toList()));
	}

	private void dissociate(Target target, World.Item item, Holder holder, List<String> associations, String gone) {
		IntegrationDetails details = item.details();
		String arn = target.arn().toString();
		List<String> within = List.of(details.arn().toString(), arn);
		new HolderSteps(this.steps, details, within, this::define).add(holder);
		await(item, arn, arn, associations, gone, within);
		this.going.add(new Going(target.kind(), details.region(), arn, details.name()));
		this.gestures.add(Confirmations.gesture(target.kind(), holder));
	}

	private void await(World.Item item, String key, String scope, List<String> children, String gone,
			List<String> within) {
		IntegrationDetails details = item.details();
		this.steps
			.add(new Draft(StepKind.AWAIT_DISSOCIATION, details.region(), key, scope, details.name(),
					details.arn().toString(),
					Map.of(Parameter.ITEM, details.arn().toString(), Parameter.NAME, details.name(), Parameter.GONE,
							gone),
					children, "AppIntegrations agrees with the holder only after a while.",
					"Until AppIntegrations lists the association no longer; that may take minutes.", Expected.ids()),
					within);
	}

	private void delete(World.Item item, TargetKind kind, StepKind step, List<String> children, String reason) {
		IntegrationDetails details = item.details();
		String arn = details.arn().toString();
		this.steps.add(
				new Draft(step, details.region(), arn, arn, details.name(), arn,
						Map.of(Parameter.ITEM, arn, Parameter.NAME, details.name()), children, reason,
						"AWS may go on saying that it is in use for some minutes.", Expected.item(details)),
				List.of(arn));
		this.going.add(new Going(kind, details.region(), arn, details.name()));
		define(Definitions.of(details));
	}

	private void define(Definition definition) {
		this.definitions.put(definition.arn(), definition);
	}

	private boolean keeps(World.Item item, TargetKind kind, Arn arn) {
		if (!item.details().tags().containsKey(this.keepTag)) {
			return false;
		}
		this.kept.add(new Kept(kind, item.details().region(), arn.toString(), item.details().name(),
				"It is tagged " + this.keepTag + ", so it stays with all its associations."));
		return true;
	}

	private void block(World.Item item, TargetKind kind, Arn arn, String reason) {
		this.blocked
			.add(new Blocked(kind, item.details().region(), arn.toString(), item.details().name(), reason, List.of()));
	}

	private static @Nullable String obstacle(Kind kind, Holding holding) {
		return switch (holding) {
			case Holding.Held held -> null;
			case Holding.Ambiguous ambiguous -> null;
			case Holding.Undeletable undeletable -> undeletable.reason();
			case Holding.Orphaned orphaned -> orphan(kind, orphaned.reason());
			case Holding.Unknown unknown -> "Who holds one of its associations is not known. " + unknown.reason();
		};
	}

	private static String orphan(Kind kind, String reason) {
		return reason + ((kind == Kind.APPLICATION)
				? " AWS can delete the application by force, together with its orphaned associations: a plan of its own."
				: " No call of AWS removes an orphaned association of this kind; ask AWS Support.");
	}

	private static StepKind deletion(Kind kind) {
		return switch (kind) {
			case DATA_INTEGRATION -> StepKind.DELETE_DATA_INTEGRATION;
			case EVENT_INTEGRATION -> StepKind.DELETE_EVENT_INTEGRATION;
			case APPLICATION -> StepKind.DELETE_APPLICATION;
		};
	}

}
