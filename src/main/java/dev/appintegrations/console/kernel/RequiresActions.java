package dev.appintegrations.console.kernel;

import java.util.List;

/**
 * Calls AWS, and says which permissions that takes.
 */
public interface RequiresActions {

	/**
	 * What its calls take.
	 * @return every action that AWS may check when it is used
	 */
	List<RequiredActions> requiredActions();

}
