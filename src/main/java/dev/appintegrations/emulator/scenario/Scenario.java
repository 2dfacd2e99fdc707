package dev.appintegrations.emulator.scenario;

/**
 * A story that an emulated account can start with.
 */
interface Scenario {

	/**
	 * Its name in the control API.
	 * @return such as {@code demo}
	 */
	String name();

	/**
	 * Fills an empty account, with its role first: another IAM that keeps it may fail,
	 * and then all is loaded once more.
	 * @param account twelve digits
	 */
	void load(String account);

}
