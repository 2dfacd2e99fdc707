package dev.appintegrations.emulator.appintegrations;

import java.util.Map;

/**
 * What can be tagged: integrations, applications and their associations (Service
 * Authorization Reference). Guarded by its region.
 */
interface Tagged {

	String arn();

	Map<String, String> tags();

	void tags(Map<String, String> tags);

}
