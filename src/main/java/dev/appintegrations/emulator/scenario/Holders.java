package dev.appintegrations.emulator.scenario;

import dev.appintegrations.emulator.connect.ConnectStore;
import dev.appintegrations.emulator.profiles.ProfilesStore;
import dev.appintegrations.emulator.qconnect.QConnectStore;

import org.springframework.stereotype.Component;

/**
 * The services that hold associations.
 *
 * @param connect Amazon Connect
 * @param profiles Customer Profiles
 * @param assistants Amazon Q in Connect
 */
@Component
record Holders(ConnectStore connect, ProfilesStore profiles, QConnectStore assistants) {

}
