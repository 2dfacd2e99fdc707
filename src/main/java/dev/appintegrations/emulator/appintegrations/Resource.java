package dev.appintegrations.emulator.appintegrations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An integration or application, with its members as AWS names them. Guarded by its
 * region.
 */
final class Resource implements Tagged {

	private final Kind kind;

	private final long sequence;

	private final String id;

	private final String arn;

	private final Instant visibleFrom;

	private final Map<String, Object> members;

	private final List<AssociationResource> associations = new ArrayList<>();

	private Instant modifiedAt;

	private final Instant createdAt;

	private Instant inUseUntil = Instant.MIN;

	private boolean formerlyAssociated;

	private @Nullable Instant goneAt;

	Resource(Kind kind, long sequence, String id, String arn, Map<String, Object> members, Instant createdAt,
			Instant visibleFrom) {
		this.kind = kind;
		this.sequence = sequence;
		this.id = id;
		this.arn = arn;
		this.members = new LinkedHashMap<>(members);
		this.createdAt = createdAt;
		this.modifiedAt = createdAt;
		this.visibleFrom = visibleFrom;
	}

	Kind kind() {
		return this.kind;
	}

	long sequence() {
		return this.sequence;
	}

	/** The id; of an event integration, which has none, the name. */
	String id() {
		return this.id;
	}

	@Override
	public String arn() {
		return this.arn;
	}

	String name() {
		return String.valueOf(this.members.get("Name"));
	}

	Map<String, Object> members() {
		return Collections.unmodifiableMap(this.members);
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant modifiedAt() {
		return this.modifiedAt;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Map<String, String> tags() {
		return (Map<String, String>) this.members.getOrDefault("Tags", Map.of());
	}

	@Override
	public void tags(Map<String, String> tags) {
		this.members.put("Tags", tags);
	}

	void change(Map<String, Object> changes, Instant now) {
		this.members.putAll(changes);
		this.modifiedAt = now;
	}

	/** Those that exist, whatever lists show. */
	List<AssociationResource> associations() {
		return this.associations.stream().filter(AssociationResource::exists).toList();
	}

	/** Those that lists show: longer than they exist, by the lag. */
	List<AssociationResource> associations(Instant now) {
		return this.associations.stream().filter((association) -> association.listed(now)).toList();
	}

	void associate(AssociationResource association) {
		this.associations.add(association);
	}

	boolean inUse(Instant now) {
		return !associations(now).isEmpty() || now.isBefore(this.inUseUntil);
	}

	/**
	 * Takes an association away.
	 * @return false if it has none with this ARN
	 */
	boolean dissociate(String associationArn, Instant listedUntil, Instant stillInUseUntil) {
		Optional<AssociationResource> association = associations().stream()
			.filter((each) -> each.arn().equals(associationArn))
			.findFirst();
		association.ifPresent((each) -> {
			each.goneAt(listedUntil);
			this.inUseUntil = stillInUseUntil;
			this.formerlyAssociated = true;
		});
		return association.isPresent();
	}

	/** Whether it has, or ever had, an association that is no export. */
	boolean everConsumed() {
		return this.associations.stream().anyMatch((each) -> !AppIntegrationsStore.export(each.members()));
	}

	boolean formerlyAssociated() {
		return this.formerlyAssociated;
	}

	void goneAt(Instant at) {
		this.goneAt = at;
	}

	/** Whether it has not been deleted, whatever reads still show. */
	boolean exists() {
		return this.goneAt == null;
	}

	/** Whether a read shows it: later than created, longer than deleted, by the lag. */
	boolean visible(Instant now) {
		return !now.isBefore(this.visibleFrom) && (this.goneAt == null || now.isBefore(this.goneAt));
	}

}
