package dev.paddock.sqlite;

import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.option.Options;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** Messages that each follow the one before it, usually asked for with the same options. */
final class BranchReader implements Sql.RowReader<Message> {
    private Optional<MessageId> parent = Optional.empty();
    private byte[] json = {};
    private Options options = Options.EMPTY;

    @Override
    public Message read(ResultRow row) throws SQLException {
        var message = Rows.message(row, parent, this::options);
        parent = Optional.of(message.id());
        return message;
    }

    private Options options(byte[] next) {
        if (!Arrays.equals(next, json)) {
            options = SamplingJson.read(next);
            json = next;
        }
        return options;
    }
}
