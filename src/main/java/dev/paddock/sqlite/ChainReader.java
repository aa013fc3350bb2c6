package dev.paddock.sqlite;

import dev.paddock.chat.Message;

import java.sql.SQLException;
import java.util.Optional;

/** Messages, the key of the parent and their own before them, as long as none leaves the chain. */
final class ChainReader implements Sql.RowReader<Optional<Message>> {
    private final BranchReader messages = new BranchReader();
    private long last;

    @Override
    public Optional<Message> read(ResultRow row) throws SQLException {
        if (row.whole() != last) {
            return Optional.empty();
        }
        last = row.whole();
        return Optional.of(messages.read(row));
    }
}
