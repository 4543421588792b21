package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # the file holds texts
            login.password            | messages_de.properties       | Passwort
            login.password            | messages.properties          | password
            db.password               | login_messages_fr.properties | Mot de passe
            admin.password            | en.json                      | Administrator password
            password                  | de-AT.yaml                   | Kennwort
            password                  | zh-Hans.json                 | 密码
            password                  | i18n.yaml                    | Your password, please:
            password                  | translation_it.json          | Parola d'ordine
            LOGIN.PASSWORD            | en_US.properties             | PASSWORD
            password.new              | messages_de.properties       | neues Passwort best\\u00e4tigen
            invalid.token             | messages_en.properties       | Tokens have {0} characters at least, and no "x".
            token                     | el.po                        | Κωδικός
            # the name says so
            label.password            | app.properties               | Password
            label.login.password      | -                            | Kennwort
            placeholder.password      | -                            | your secret word
            error.password            | -                            | Wrong password, try again.
            error.login.password      | -                            | Incorrect
            help.desk.password        | -                            | Ask for a password at the desk.
            errors.invalid.token      | -                            | Jeton non valide
            i18n.token                | -                            | token
            # the name is of a screen, or of nothing, and the value speaks of a password
            login.password            | app.properties               | Passwort
            loginForm.newPassword     | -                            | New password
            login.password            | -                            | Password:
            password                  | app.json                     | Mot de passe
            password                  | app.json                     | Contraseña
            password                  | app.json                     | パスワード
            password                  | app.yaml                     | Please enter your password
            # a variable whose name says that it is a text, or of words that speak of a password
            LABEL_PASSWORD            | -                            | Passwort
            LABEL_LOGIN_PASSWORD      | app.env                      | Mot de passe
            PLACEHOLDER_PASSWORD      | -                            | Ihr Passwort
            ERROR_PASSWORD            | -                            | Wrong password, try again.
            MSG_INVALID_TOKEN         | -                            | Invalid token
            NEW_PASSWORD              | app.json                     | New password
            LOGIN_PASSWORD            | de.json                      | Passwort
            # levels
            logging.level.com.acme.secret  | -                       | TRACE
            logging.level.com.acme.token   | -                       | debug
            log4j.logger.com.acme.password | -                       | debug, stdout
            com.acme.token            | -                            | DEBUG
            com.acme.password         | -                            | WARN
            token                     | -                            | INFO
            # closed sets
            token                     | -                            | required
            auth.secret               | -                            | Optional
            # a key within a Secret
            DB_PASSWORD_SECRET_KEY    | -                            | password
            DB_PASSWORD_SECRET_KEY    | -                            | x7-password
            SMTP_PASSWORD_SECRET_KEY  | -                            | smtp2.pass
            passwordSecretKey         | -                            | postgres-password
            """)
    void areNoSecret(String name, @Nullable String fileName, String value) {
        assertThat(are(name, fileName, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # no words
            login.password            | messages_de.properties       | hunter2
            login.password            | messages_de.properties       | Win!er
            login.token               | messages_de.properties       | xKqvBnmT
            login.token               | messages_de.properties       | ABCDEFGHIJKLMN
            login.token               | messages_de.properties       | a+b
            label.password            | -                            | Passwort1
            label.token               | -                            | XKQVBNMT
            label.password            | -                            | winter
            # files of other things
            db.password               | app.properties               | Winter
            password                  | it.yaml                      | hunter
            password                  | id.json                      | hunter
            password                  | de.conf                      | hunter
            password                  | de-db.yaml                   | hunter
            password                  | message-queue.properties     | rabbit
            password                  | messages                     | rabbit
            # names of settings
            help.desk.password        | -                            | Sommer
            help.desk.password        | -                            | sommer auf dem land
            message.queue.password    | -                            | Rabbit
            spring.datasource.password | app.properties              | Password
            DB_PASSWORD               | -                            | Passwort
            LOGIN_PASSWORD            | -                            | Passwort
            LABEL_DB_PASSWORD         | -                            | Passwort
            LABEL_STUDIO_PASSWORD     | -                            | Password
            ERROR_PASSWORD            | -                            | Winterfell
            HELP_DESK_PASSWORD        | -                            | Sommer auf dem Land
            db.password               | app.properties               | Passwort
            db.password               | -                            | Please enter your password
            passwordPlainText         | -                            | Winterfell
            # a password of words, and stand-ins
            password                  | app.yaml                     | Passwort
            password                  | app.yaml                     | Password
            password                  | app.yaml                     | mot de passe
            password                  | app.yaml                     | Correct horse battery staple
            password                  | app.yaml                     | My secret password
            login.password            | app.yaml                     | password
            login.password            | app.yaml                     | Winter
            # levels
            spring.datasource.password | -                           | DEBUG
            DB_PASSWORD               | -                            | DEBUG
            password                  | -                            | DEBUG
            com.acme.token            | -                            | debug
            com.acme.token            | -                            | DEBUG1
            logging.token             | -                            | debugger
            # closed sets
            password                  | -                            | required
            token                     | -                            | required1
            # other keys
            DJANGO_SECRET_KEY         | -                            | password
            PASSWORD_SECRET_KEY       | -                            | mysupersecretkey
            PASSWORD_SECRET_KEY       | -                            | mysecretpassword
            DB_PASSWORD_SECRET_KEY    | -                            | k9x2m4q8-password
            DB_PASSWORD_SECRET_KEY    | -                            | 4711-password
            DB_PASSWORD_SECRET_KEY    | -                            | x7-horse
            TOKEN_SECRET_KEY          | -                            | token
            """)
    void mayBeASecret(String name, @Nullable String fileName, String value) {
        assertThat(are(name, fileName, value)).isFalse();
    }

    private static boolean are(String name, @Nullable String fileName, String value) {
        SensitiveName kind = SensitiveName.of(name).orElseThrow();
        return PlainWords.are(kind, name, fileName == null ? "" : fileName, value);
    }
}
