package dev.sheetway.emulator.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param serviceAccount a service account owns no Drive storage [ISS]
 */
public record Principal(String email, boolean serviceAccount, Set<Scope> scopes) {

    /** The user behind every token that names nobody, and the owner of imported files. */
    public static final String OWNER = "owner@example.com";

    private static final String SERVICE_ACCOUNT_DOMAIN = "@sheetway-emulator.iam.gserviceaccount.com";

    /** The e-mail of a service account of the emulator. */
    public static String serviceAccount(String name) {
        return name + SERVICE_ACCOUNT_DOMAIN;
    }

    /** The owner with all scopes: who edits in a {@code userEdit} fault. */
    public static Principal owner() {
        return new Principal(OWNER, false, EnumSet.allOf(Scope.class));
    }

    /**
     * Reads an {@code Authorization} header: {@code Bearer emu.<user|sa>.<name>.<scope>[+<scope>…]}, or any other token for the
     * owner. Empty when there is no token, or when an {@code emu.} token is malformed.
     */
    public static Optional<Principal> ofHeader(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        String token = header.substring(7).strip();
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return token.startsWith("emu.") ? ofToken(token) : Optional.of(owner());
    }

    private static Optional<Principal> ofToken(String token) {
        String[] parts = token.split("\\.", 4);
        if (parts.length < 4 || parts[2].isEmpty() || !(parts[1].equals("user") || parts[1].equals("sa"))) {
            return Optional.empty();
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : parts[3].split("\\+")) {
            Optional<Scope> scope = Scope.of(word);
            if (scope.isEmpty()) {
                return Optional.empty();
            }
            scopes.add(scope.get());
        }
        boolean service = parts[1].equals("sa");
        String email = service ? serviceAccount(parts[2]) : parts[2] + "@example.com";
        return Optional.of(new Principal(email, service, scopes));
    }

    public boolean hasAny(Set<Scope> accepted) {
        return scopes.stream().anyMatch(accepted::contains);
    }

    /** Whether only files that this application made are visible through Drive. */
    public boolean seesOwnFilesOnly() {
        return !scopes.contains(Scope.DRIVE) && !scopes.contains(Scope.DRIVE_READONLY);
    }
}
