package dev.paddock.engine;

import java.nio.file.Path;

/**
 * Everything one start needs.
 *
 * @param engine the llama-server executable
 * @param model the GGUF file, the first part of a split one
 */
public record LaunchPlan(Path engine, Path model, ServerSettings settings) {}
