/**
 * Devices that export files into a folder, such as 12-lead ECG carts.
 *
 * <p>In: files, once nobody writes them any more. Out: each as one message of a connection of the port in {@code connect}, then moved to
 * {@code done/} or {@code refused/}, or left where it is. The central type is {@link io.maimen.gateway.connect.folder.FolderDialer}.
 * Thread-safe; Apache Camel watches, and is loaded only where a folder is configured. Must not know: what files say.
 */
package io.maimen.gateway.connect.folder;
