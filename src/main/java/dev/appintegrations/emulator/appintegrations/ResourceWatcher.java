package dev.appintegrations.emulator.appintegrations;

/**
 * Is told when callers of the API create and delete; scenarios tell nobody.
 */
public interface ResourceWatcher {

	/**
	 * A resource was created.
	 * @param account twelve digits
	 * @param kind what it is
	 */
	void created(String account, Kind kind);

	/**
	 * A resource was deleted.
	 * @param account twelve digits
	 * @param kind what it was
	 */
	void deleted(String account, Kind kind);

}
