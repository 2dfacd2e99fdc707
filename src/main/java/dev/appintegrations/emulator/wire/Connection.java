package dev.appintegrations.emulator.wire;

/**
 * The connection that a request came over.
 */
public interface Connection {

	/** Request attribute that holds it. */
	String ATTRIBUTE = Connection.class.getName();

	/**
	 * Whether the client has gone.
	 * @return true if nobody waits for the answer any more
	 */
	boolean lost();

	/**
	 * Ends it in good order, but without an answer.
	 */
	void close();

	/**
	 * Ends it with a reset of the TCP connection.
	 */
	void reset();

}
