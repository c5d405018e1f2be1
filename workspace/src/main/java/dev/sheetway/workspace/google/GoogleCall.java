package dev.sheetway.workspace.google;

import java.io.IOException;

/** One HTTP exchange; may be made several times. */
@FunctionalInterface
interface GoogleCall<T> {

    T make(String bearer) throws IOException;
}
