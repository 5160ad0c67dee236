package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class HeldAnswerTest {
    /** A box of 16 KB. */
    private static final String NOTHING = "\0\0\100\0free" + "\0".repeat(16_376);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/chunks/ab/0/00000.m4s");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger dispatched = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();

    private HeldAnswer answer(MockHttpServletResponse to) {
        MockAsyncContext waiting = new MockAsyncContext(request, to) {
            @Override
            public void dispatch() {
                dispatched.incrementAndGet();
            }

            @Override
            public void complete() {
                completed.incrementAndGet();
            }
        };
        return new HeldAnswer(waiting, asked::incrementAndGet);
    }

    private static Origins anyOrigin() {
        return new Origins(new StaticListableBeanFactory(
                        Collections.singletonMap("requestMappingHandlerMapping", new RequestMappingHandlerMapping()))
                .getBeanProvider(RequestMappingHandlerMapping.class));
    }

    private String sent() throws IOException {
        return response.getContentAsString();
    }

    @Test
    void whatIsSentAheadSaysNothingAndIsNotKept() throws IOException {
        HeldAnswer answer = answer(response);
        answer.begin(anyOrigin());
        answer.breathe();

        assertThat(sent()).isEqualTo(NOTHING.repeat(2));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("video/iso.segment");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsWaitedForIsAskedForAgainNowAndThen() {
        HeldAnswer answer = answer(response);
        answer.begin(anyOrigin());
        for (int breath = 0; breath < 10; breath++) {
            assertThat(answer.breathe()).isTrue();
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void itGoesOnOnceWhereSegmentsAreServed() throws IOException {
        HeldAnswer answer = answer(response);
        answer.begin(anyOrigin());
        answer.end();
        answer.end();

        assertThat(answer.breathe()).isFalse();
        assertThat(dispatched).hasValue(1);
        assertThat(sent()).isEqualTo(NOTHING);
    }

    @Test
    void whatCameBeforeItBeganIsNotPrecededByAnything() throws IOException {
        HeldAnswer answer = answer(response);
        answer.end();
        answer.begin(anyOrigin());

        assertThat(sent()).isEmpty();
        assertThat(dispatched).hasValue(1);
    }

    @Test
    void thereIsNoSignOfLifeBeforeItBegins() throws IOException {
        assertThat(answer(response).breathe()).isTrue();

        assertThat(sent()).isEmpty();
    }

    @Test
    void subtitlesAndPartsAreWaitedForInSilence() throws IOException {
        request.setRequestURI("/chunks/ab/text.vtt");
        HeldAnswer answer = answer(response);
        answer.begin(anyOrigin());
        for (int breath = 0; breath < 5; breath++) {
            answer.breathe();
        }

        assertThat(response.isCommitted()).isFalse();
        assertThat(sent()).isEmpty();
        assertThat(asked).hasValue(1);
        answer.end();
        assertThat(dispatched).hasValue(1);
    }

    @Test
    void whoeverIsGoneIsLetGo() {
        ServletOutputStream broken = new DelegatingServletOutputStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        HeldAnswer answer = answer(new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return broken;
            }
        });
        answer.begin(anyOrigin());

        assertThat(answer.breathe()).isFalse();
        assertThat(completed).hasValue(1);
        answer.end();
        assertThat(dispatched).hasValue(0);
    }
}
