package dev.appintegrations.console.inventory;

/**
 * The states of a scan.
 */
public enum ScanState {

	/** Regions are being read. */
	RUNNING,

	/** Every region is settled, one way or another. */
	FINISHED,

	/** Its process died; what is missing will never come, and a new scan may start. */
	INTERRUPTED

}
