package planted.json.chat;

import tools.jackson.databind.JsonNode;

/** Reads JSON where no JSON belongs. */
public record Violator(JsonNode node) {}
