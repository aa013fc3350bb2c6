package dev.paddock.chat;

/**
 * What another version of Paddock kept with something this one knows; carried along, never read.
 *
 * @param json the members as they stand between the braces of an object; empty when there are none
 */
public record UnknownMembers(String json) {
    public static final UnknownMembers NONE = new UnknownMembers("");
}
