package dev.appintegrations.emulator.wire;

import java.util.Map;

/**
 * An answer. The request id header is added by the servlet.
 *
 * @param status HTTP status
 * @param headers headers such as {@code Content-Type}
 * @param body the body, empty if there is none
 */
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {

}
