package dev.appintegrations.policy.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.policy.pattern.GlobPattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What AWS documents of actions, resource types and condition keys, at one date. The
 * names of all actions are known, but only some services in full. An action that AWS has
 * added since, or does not document, is unknown here.
 */
public final class Catalog {

	private final Source source;

	private final SortedMap<String, ServiceIndex> index = new TreeMap<>();

	private final Map<String, ServiceFacts> inFull = new TreeMap<>();

	private final KeyTable keys;

	private final Map<String, String> words;

	private Catalog() {
		JsonNode file = CatalogReader.read("index");
		this.source = CatalogReader.source(file.path("source"));
		file.path("services")
			.forEachEntry((service, entry) -> this.index.put(service,
					ServiceIndex.of(service, entry.path(0).asString(), entry.path(1).asString())));
		CatalogReader reader = new CatalogReader();
		CatalogReader.texts(file.path("inFull"))
			.forEach((service) -> this.inFull.put(service, reader.service(service)));
		List<ConditionKey> global = CatalogReader
			.conditionKeys(CatalogReader.read("global-condition-keys").path("conditionKeys"), true);
		this.keys = new KeyTable(Stream
			.concat(global.stream(), this.inFull.values().stream().flatMap((each) -> each.conditionKeys().stream()))
			.toList());
		this.words = CatalogReader.read("words")
			.propertyStream()
			.collect(Collectors.toMap((word) -> Spelling.folded(word.getKey()), (word) -> word.getValue().asString()));
	}

	/**
	 * The catalog, which is read once.
	 * @return it; threads may share it
	 */
	public static Catalog get() {
		return Holder.CATALOG;
	}

	/**
	 * Where the facts come from.
	 * @return the source
	 */
	public Source source() {
		return this.source;
	}

	/**
	 * Services of which all is known, not the names of actions only.
	 * @return their prefixes
	 */
	public Set<String> servicesInFull() {
		return Set.copyOf(this.inFull.keySet());
	}

	/**
	 * Whether all is known of a service.
	 * @param service its prefix, in any letter case
	 * @return false if only the names of its actions are known, or nothing
	 */
	public boolean isInFull(String service) {
		return this.inFull.containsKey(Spelling.folded(service));
	}

	/**
	 * The name of a service.
	 * @param service its prefix, in any letter case
	 * @return such as {@code Amazon AppFlow}, or {@code null} if it is unknown
	 */
	public @Nullable String serviceName(String service) {
		ServiceIndex entry = this.index.get(Spelling.folded(service));
		return (entry != null) ? entry.name() : null;
	}

	/**
	 * All that is known of an action.
	 * @param action such as {@code appflow:DeleteFlow}, in any letter case
	 * @return its facts, or {@code null} if it is unknown or its service is not known in
	 * full
	 */
	public @Nullable ActionFacts action(String action) {
		ActionName name = ActionName.of(action);
		ServiceFacts service = this.inFull.get(name.service());
		return (service != null) ? service.actions().get(name.name()) : null;
	}

	/**
	 * The documented resource types of a service.
	 * @param service its prefix, in any letter case
	 * @return its types, in order; none if the service is not known in full
	 */
	public Collection<ResourceType> resourceTypes(String service) {
		ServiceFacts facts = this.inFull.get(Spelling.folded(service));
		return (facts != null) ? facts.resourceTypes() : List.of();
	}

	/**
	 * What an action does, in words of our own.
	 * @param action such as {@code appflow:DeleteFlow}, in any letter case
	 * @return such as {@code delete flows}, or {@code null} if there are none
	 */
	public @Nullable String words(String action) {
		return this.words.get(Spelling.folded(action));
	}

	/**
	 * The known actions that a pattern matches.
	 * @param pattern an action with or without wildcards, in any letter case; {@code *}
	 * matches every action of every service
	 * @return such as {@code appflow:DeleteFlow}, in AWS's spelling, in order
	 */
	public List<String> expand(String pattern) {
		ActionName name = ActionName.of(pattern);
		if (name.isEverything()) {
			return this.index.values().stream().flatMap((service) -> service.actions().values().stream()).toList();
		}
		ServiceIndex service = this.index.get(name.service());
		if (service == null) {
			return List.of();
		}
		GlobPattern glob = GlobPattern.ofAction(name.name());
		if (!glob.hasWildcards()) {
			String known = service.actions().get(name.name());
			return (known != null) ? List.of(known) : List.of();
		}
		return service.actions()
			.entrySet()
			.stream()
			.filter((action) -> glob.matches(action.getKey()))
			.map(Map.Entry::getValue)
			.toList();
	}

	/**
	 * Why no action is known by a name or a pattern.
	 * @param pattern an action with or without wildcards, in any letter case
	 * @return what is not documented, and what it may have meant, or {@code null} if it
	 * matches known actions
	 */
	public @Nullable String whyUnknown(String pattern) {
		if (!expand(pattern).isEmpty()) {
			return null;
		}
		int colon = pattern.indexOf(':');
		String prefix = (colon < 0) ? pattern : pattern.substring(0, colon);
		String service = serviceName(prefix);
		boolean wild = pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
		String missing = (service == null) ? "AWS documents no service with the prefix " + prefix + "." : pattern
				+ (wild ? " matches none" : " is none") + " of the actions that AWS documents for " + service + ".";
		List<String> nearest = wild ? List.of() : nearest(pattern);
		return nearest.isEmpty() ? missing : missing + " Did you mean " + String.join(" or ", nearest) + "?";
	}

	/**
	 * How many actions are known.
	 * @return their number, in all services
	 */
	public int size() {
		return this.index.values().stream().mapToInt((service) -> service.actions().size()).sum();
	}

	/**
	 * What a misspelt action may have meant: actions of its service, or if there is no
	 * such service the same action of one that is spelt nearly so or, if they are few, of
	 * any service.
	 * @param action an unknown action without wildcards
	 * @return at most three actions, in AWS's spelling; none if nothing is near
	 */
	public List<String> nearest(String action) {
		ActionName name = ActionName.of(action);
		ServiceIndex service = this.index.get(name.service());
		if (service != null) {
			List<String> near = Spelling.nearest(name.name(), service.actions().keySet());
			if (!near.isEmpty()) {
				return near.stream().flatMap((each) -> expand(name.service() + ":" + each).stream()).toList();
			}
		}
		List<String> same = sameAction(name.name(), Spelling.nearest(name.service(), this.index.keySet()));
		List<String> anywhere = same.isEmpty() ? sameAction(name.name(), this.index.keySet()) : same;
		return (anywhere.size() <= 3) ? anywhere : List.of();
	}

	private List<String> sameAction(String name, Collection<String> services) {
		List<String> same = new ArrayList<>();
		for (String service : services) {
			same.addAll(expand(service + ":" + name));
		}
		return same;
	}

	/**
	 * Says how an action and the resource of a request fit, since AWS authorises an
	 * action without resource types on {@code *} only.
	 * @param action such as {@code appflow:DeleteFlow}, in any letter case
	 * @param resource an ARN without wildcards, or {@code *}
	 * @return the advice
	 */
	public ResourceAdvice resourceAdvice(String action, String resource) {
		return ResourceAdvisor.advise(action, action(action), resource);
	}

	/**
	 * A documented condition key.
	 * @param key the key as a policy has it, in any letter case, the key of a tag
	 * included
	 * @return its facts, or {@code null} if it is neither a global key nor one of a
	 * service that is known in full
	 */
	public @Nullable ConditionKey conditionKey(String key) {
		return this.keys.find(key);
	}

	/**
	 * What a misspelt condition key may have meant.
	 * @param key the unknown key
	 * @return at most three keys; none if nothing is near
	 */
	public List<String> nearestConditionKeys(String key) {
		return this.keys.nearest(key);
	}

	private static final class Holder {

		static final Catalog CATALOG = new Catalog();

	}

}
