package dev.appintegrations.emulator.appintegrations;

import java.util.Map;

/**
 * An association, with its members as the list answer of its kind names them.
 *
 * @param sequence order of creation
 * @param id its id
 * @param arn its ARN
 * @param members the members of the list answer
 */
record AssociationResource(long sequence, String id, String arn, Map<String, Object> members) {

}
